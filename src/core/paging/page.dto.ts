import { IntegerField } from '../validation/fields.js';

/** Farther pages than this hold nothing in any organization, and would only cost the database. */
const LAST_PAGE = 10_000_000;

/** The query of a list that is read by the number of the page. */
export class PageQueryDto {
  @IntegerField({ min: 1, max: LAST_PAGE, default: 1, optional: true })
  page = 1;

  @IntegerField({ min: 1, max: 100, default: 20, optional: true })
  page_size = 20;
}
