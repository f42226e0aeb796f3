import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { API_KEY_SECURITY, COOKIE_SECURITY, SESSION_SECURITY } from './access/access.decorator.js';
import { SessionCookie } from './access/session-cookie.js';
import { ENUM_NAMES } from './api-enums.js';
import { Config } from './core/config/config.js';
import { publicPath } from './core/http/public-path.js';
import { buildDocument, documentBase } from './core/openapi/document.js';
import { allProblems } from './core/problems/problem.js';
import { LONGEST_STRING, MOST_ERRORS, MOST_KEYS, MOST_LEVELS, MOST_VALUES } from './core/validation/input-bounds.js';
import { version } from './version.js';

const DESCRIPTION = `
Users, organizations, memberships, sessions and localization behind an admin console, in five contracts over one domain.

Sign in with \`POST /api/v1/auth/login\` and press **Authorize** with the token it returns, or use an API key. Errors are
RFC 9457 problem documents; [every code is explained](/problems). The [console](/console/) is a web application that uses this API.

A JSON body has at most 1 MiB, ${MOST_KEYS} keys in an object, ${MOST_VALUES} values, ${MOST_LEVELS} levels, and
${LONGEST_STRING} characters in a string. Otherwise the answer is \`validation_failed\`, or \`payload_too_large\`. An answer
names at most ${MOST_ERRORS} errors.

An e-mail address has one form, in which it is stored, compared and returned. The form is NFKC, in lower case before and after
the \`@\`, without invisible characters, and with the domain in A-labels (UTS 46). \`Noa@MÜNCHEN.de\` is \`noa@xn--mnchen-3ya.de\`. A
sub-address, as in \`noa+news@example.com\`, is an address of its own. A local part in quotes is accepted. The quotes are
removed if the local part does not need them.`;

const TAGS = {
  Me: 'The profile of the signed-in user',
  Users: 'The users of an organization, for their administrators',
  Organizations: 'Organizations and their settings',
  Teams: 'The teams of an organization, and their members',
  Roles: 'The roles of an organization, and their permissions',
  Memberships: 'The members of organizations, and the active organization',
  Invitations: 'Invitations to an organization, sent by mail',
  Projects: 'The shared work of members, and its visibility',
  Artifacts: 'The files and texts of projects',
  Integrations: 'The connections of members to other products',
  Sessions: 'Sign-in, second factors and logins',
  Localization: 'The languages of a user',
  'Service accounts': 'Callers of an organization that are not persons',
  'API keys': 'Credentials with which programs call, as a person or a service account',
  Health: 'The state of the process',
};

/** The OpenAPI document of the whole application. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const path = publicPath(app.get(Config).publicUrl);
  const base = documentBase(version, path)
    .setDescription(DESCRIPTION.replaceAll('](/', `](${path}/`).trim())
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'The token of a login' }, SESSION_SECURITY)
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key, `atr_…`' }, API_KEY_SECURITY)
    .addCookieAuth(app.get(SessionCookie).name, { type: 'apiKey', description: 'Set by a login' }, COOKIE_SECURITY);
  Object.entries(TAGS).forEach(([name, description]) => base.addTag(name, description));
  return buildDocument(app, base.build(), { ...ENUM_NAMES, ProblemCode: allProblems().map(({ code }) => code) });
}
