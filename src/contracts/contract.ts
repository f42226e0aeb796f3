import type { OrganizationSource } from '../access/access.decorator.js';
import { type ErrorFormat, PROBLEM_DETAILS } from '../core/problems/error-format.js';

interface ContractOptions<Source extends OrganizationSource | undefined> {
  /** The beginning of the contract’s paths, without slashes around it. */
  readonly prefix: string;
  /** Where routes of the contract find the organization that they work in. */
  readonly organization: Source;
  /** How the contract writes errors; RFC 9457 problem details unless it has a shape of its own. */
  readonly errors?: ErrorFormat;
}

/**
 * One of the published API documents that Atrium serves: what all of its routes have in common.
 *
 * @example
 * ```ts
 * @Controller(APP.path('project'))
 * ```
 */
export class Contract<Source extends OrganizationSource | undefined = OrganizationSource | undefined> {
  readonly prefix: string;
  readonly organization: Source;
  readonly errors: ErrorFormat;

  constructor({ prefix, organization, errors = PROBLEM_DETAILS }: ContractOptions<Source>) {
    this.prefix = prefix;
    this.organization = organization;
    this.errors = errors;
  }

  /** A path of the contract, for `@Controller`. */
  path(path = ''): string {
    return path === '' ? this.prefix : `${this.prefix}/${path}`;
  }
}
