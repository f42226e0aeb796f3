import { APP_ROLES } from './access/roles.js';
import { PERMISSIONS, SCOPES } from './access/scopes.js';
import { STEP_UP_METHODS } from './access/step-up.queries.js';
import { APP_LOCALES } from './core/i18n/locales.js';
import type { EnumNames } from './core/openapi/named-enums.js';
import {
  MembershipState,
  OrganizationStatus,
  ProjectRole,
  ProjectVisibility,
  UserStatus,
} from './core/prisma/generated/enums.js';
import { INTEGRATION_TYPES } from './modules/integrations/integrations.service.js';
import { INVITATION_STATES } from './modules/invitations/invitation-state.js';
import { DIRECTIONS } from './modules/localization/http/account.dto.js';
import { PASSKEY_PURPOSES } from './modules/sessions/http/account-passkeys.dto.js';

/** The names of enums in the OpenAPI document. An enum that the document has in two places is here. */
export const ENUM_NAMES: EnumNames = {
  AppLocale: APP_LOCALES,
  AppRole: APP_ROLES,
  Choice: ['true', 'false'],
  IntegrationType: INTEGRATION_TYPES,
  InvitationState: INVITATION_STATES,
  MembershipState: Object.values(MembershipState),
  OrganizationStatus: Object.values(OrganizationStatus),
  PasskeyPurpose: PASSKEY_PURPOSES,
  Permission: PERMISSIONS,
  ProjectRole: Object.values(ProjectRole),
  ProjectVisibility: Object.values(ProjectVisibility),
  Scope: SCOPES,
  StepUpMethod: STEP_UP_METHODS,
  TextDirection: DIRECTIONS,
  UserStatus: Object.values(UserStatus),
};
