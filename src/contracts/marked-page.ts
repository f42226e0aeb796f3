import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { MarkedPage } from '../core/paging/markers.js';

/** A page of a list that is read by marker, in the account and the directory contract. */
interface MarkedPageOf<T> {
  items: T[];
  marker?: string;
}

/** Makes the DTO of such a page. It is a class of its own for each list: its name is the name of the schema. */
export function MarkedPageDto<T>(item: Type<T>): Type<MarkedPageOf<T>> {
  class MarkedPageDto implements MarkedPageOf<T> {
    @ApiProperty({ type: [item] })
    items: T[];

    @ApiProperty({ required: false, description: 'Send it to get the next page. Omitted on the last page.' })
    marker?: string;
  }
  return MarkedPageDto;
}

/** Presents such a page. */
export function presentMarkedPage<T, Dto>(
  { items, marker }: MarkedPage<T>,
  present: (item: T) => Dto,
): MarkedPageOf<Dto> {
  return { items: items.map((item) => present(item)), marker };
}
