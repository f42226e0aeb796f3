import { TextField } from '../../core/validation/fields.js';

export class DemoMailsQueryDto {
  @TextField({ max: 100, optional: true, description: 'Only mails older than this one' })
  before?: string;
}
