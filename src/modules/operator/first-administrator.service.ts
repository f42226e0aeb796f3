import { Injectable } from '@nestjs/common';
import { madeBy } from '../../access/authorship.js';
import type { RootPrincipal } from '../../access/principal.js';
import { ORGANIZATION_ADMIN } from '../../access/roles.js';
import { changesBetween } from '../../core/changes/changes.js';
import { Config } from '../../core/config/config.js';
import { newId } from '../../core/ids/ids.js';
import { violatedConstraint } from '../../core/prisma/failures.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { EmailField, SlugField, TextField } from '../../core/validation/fields.js';
import { InputPipe } from '../../core/validation/input.pipe.js';
import { displayNameOf } from '../../core/validation/person.js';
import { AuditService } from '../audit/audit.service.js';
import { EmailTaken } from '../emails/emails.problems.js';
import { MailsService } from '../mails/mails.service.js';
import { MembershipCreationService } from '../memberships/membership-creation.service.js';
import { OneTimeTokensService } from '../one-time-tokens/one-time-tokens.service.js';
import { OrganizationCreationService } from '../organizations/organization-creation.service.js';

/** Seconds in which the administrator can choose a password: as long as an invitation lasts. */
const LINK_TTL_SECONDS = 7 * 24 * 60 * 60;

/** The operator, recorded as the author of the organization and the account. */
const OPERATOR: RootPrincipal = {
  kind: 'root',
  id: 'root',
  session: null,
  apiKey: null,
  organization: null,
  requirements: {},
};

/** An organization and its first administrator, as the operator names them. */
export class FirstAdministratorRequest {
  @EmailField()
  email: string;

  @TextField({ max: 200 })
  organization: string;

  @SlugField({ optional: true })
  slug?: string;
}

/** The result, with a link that the administrator uses once to choose a password. */
export interface FirstAdministrator {
  readonly email: string;
  readonly slug: string;
  readonly link: string;
  /** Whether a mail with the link is sent as well: only if there is a mail server. */
  readonly isMailed: boolean;
}

/** Creates organizations with a first administrator, for an operator who has no account. */
@Injectable()
export class FirstAdministratorService {
  private readonly input = new InputPipe();

  constructor(
    private readonly prisma: PrismaService,
    private readonly config: Config,
    private readonly organizations: OrganizationCreationService,
    private readonly memberships: MembershipCreationService,
    private readonly tokens: OneTimeTokensService,
    private readonly mails: MailsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Creates the organization, the account and the membership, or nothing. No organization manages the account.
   *
   * @param given the fields of a {@link FirstAdministratorRequest}, not validated yet
   * @throws Problem `validation_failed`, `email_taken` when an account has the address, `slug_taken`
   */
  async create(given: object): Promise<FirstAdministrator> {
    const metadata = { type: 'body', metatype: FirstAdministratorRequest } as const;
    const request = (await this.input.transform(given, metadata)) as FirstAdministratorRequest;
    try {
      return await this.prisma.transaction(() => this.createAll(request));
    } catch (error) {
      throw violatedConstraint(error) === EmailTaken.constraint ? new Problem(EmailTaken, { cause: error }) : error;
    }
  }

  private async createAll({ email, organization: name, slug }: FirstAdministratorRequest): Promise<FirstAdministrator> {
    const { organization } = await this.organizations.create(OPERATOR, { name, slug });
    const userId = await this.createUser(email, organization.id);
    await this.memberships.create(OPERATOR, {
      userId,
      organizationId: organization.id,
      role: ORGANIZATION_ADMIN,
      appRole: 'AppAdmin',
      displayName: null,
    });
    const { token } = await this.tokens.issueLink({
      purpose: 'reset_password',
      lifetime: LINK_TTL_SECONDS,
      userId,
      email,
      createdBy: OPERATOR.id,
    });
    const isMailed = this.config.mailUrl !== undefined;
    if (isMailed) {
      await this.mails.tell(userId, { template: 'set_password', token, organizationName: organization.name });
    }
    return { email, slug: organization.slug, link: this.mails.linkOf('set_password', token), isMailed };
  }

  private async createUser(email: string, organizationId: string): Promise<string> {
    const id = newId();
    const displayName = displayNameOf({}, email);
    const by = madeBy(OPERATOR);
    await this.prisma.db.user.create({
      data: { id, displayName, ...by, emails: { create: { address: email, isPrimary: true, ...by } } },
    });
    const changes = changesBetween({}, { email, displayName });
    await this.audit.record({ action: 'user.created', actor: OPERATOR, target: id, organizationId, changes });
    return id;
  }
}
