import { IdField } from './fields.js';

/** A path that ends in an id, where a malformed one is an invalid value. */
export class IdParamsDto {
  @IdField()
  id: string;
}
