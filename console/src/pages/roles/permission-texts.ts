import type { components } from '@atrium/client';
import type { TextKey } from '../../i18n/translate.ts';

export type Permission = components['schemas']['Permission'];

/** What each permission permits, in short. */
export const PERMISSION_TEXTS: Readonly<Record<Permission, TextKey>> = {
  'users:read': 'permission.users_read',
  'users:write': 'permission.users_write',
  'orgs:read': 'permission.orgs_read',
  'orgs:write': 'permission.orgs_write',
};

/** All permissions, in their order. */
export const PERMISSIONS = Object.keys(PERMISSION_TEXTS) as Permission[];
