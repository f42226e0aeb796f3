import { Injectable } from '@nestjs/common';
import { type MarkedPage, type MarkedPageRequest, Markers } from '../../core/paging/markers.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { type ListedOrganization, organizationsAfter } from './organizations.queries.js';

/** All organizations, for the operator. */
@Injectable()
export class OrganizationListService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly markers: Markers,
  ) {}

  /**
   * Organizations, archived ones too, in the order of creation.
   *
   * @param beginning of the slug or the name, in upper or lower case. Empty: any
   * @throws Problem `invalid_marker`
   */
  list(beginning: string, request: MarkedPageRequest): Promise<MarkedPage<ListedOrganization>> {
    const planned = beginning === '' ? 'once' : 'anew';
    const read = (after: string | undefined, take: number): Promise<ListedOrganization[]> =>
      this.prisma.query(organizationsAfter(beginning, after, take), { planned });
    return this.markers.page({ name: `organizations ${beginning}`, read, keyOf: ({ id }) => id }, request);
  }
}
