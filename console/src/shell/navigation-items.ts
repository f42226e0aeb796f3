import type { TextKey } from '../i18n/translate.ts';

interface NavigationItem {
  readonly label: TextKey;
  readonly to: '/orgs/$slug';
  /** Whether the pages below the path are other items. */
  readonly isExact?: boolean;
}

/** The pages of an organization in the navigation, in their order. */
export const ORGANIZATION_ITEMS: readonly NavigationItem[] = [
  { label: 'navigation.overview', to: '/orgs/$slug', isExact: true },
];
