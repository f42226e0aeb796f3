/** The people and things of the published API documents. */
export const PEOPLE = {
  sasha: { email: 'sasha@auroralabs.com', displayName: 'Sasha Patel', givenName: 'Sasha', familyName: 'Patel' },
  alice: { email: 'alice@example.com', displayName: 'Alice Example', givenName: 'Alice', familyName: 'Example' },
  priya: { email: 'priya@praxia-academy.com', displayName: 'Priya Nair', givenName: 'Priya', familyName: 'Nair' },
} as const;

export type Person = keyof typeof PEOPLE;

export const ORGANIZATIONS = {
  auroralabs: { slug: 'auroralabs', name: 'Aurora Labs', description: 'Release coordination and analytics' },
  praxia: { slug: 'praxia-academy', name: 'Praxia Academy', description: 'Educational consultants' },
  meridian: { slug: 'meridian-health', name: 'Meridian Health', description: 'Clinics and laboratories' },
} as const;

export type OrganizationKey = keyof typeof ORGANIZATIONS;

export interface DemoMembership {
  readonly person: Person;
  readonly organization: OrganizationKey;
  readonly role: 'OrganizationAdmin' | 'Coach' | 'Teacher';
  readonly appRole: 'AppAdmin' | 'AppMember';
  readonly isPrimary: boolean;
  readonly jobPositionName?: string;
  readonly jobPositionDescription?: string;
}

export const MEMBERSHIPS: readonly DemoMembership[] = [
  {
    person: 'sasha',
    organization: 'auroralabs',
    role: 'OrganizationAdmin',
    appRole: 'AppAdmin',
    isPrimary: true,
    jobPositionName: 'Product Ops Lead',
    jobPositionDescription: 'Owns release coordination and analytics.',
  },
  { person: 'alice', organization: 'auroralabs', role: 'Teacher', appRole: 'AppMember', isPrimary: true },
  { person: 'priya', organization: 'praxia', role: 'OrganizationAdmin', appRole: 'AppAdmin', isPrimary: true },
  { person: 'sasha', organization: 'praxia', role: 'Coach', appRole: 'AppMember', isPrimary: false },
];

export const PROJECT = {
  name: 'Customer Insights',
  goal: 'Summarize weekly support trends.',
  deadline: new Date('2026-03-01T00:00:00Z'),
  visibility: 'Private',
  defaultMemberRole: 'Editor',
  defaultRoleEnabled: true,
  projectContext: 'Support analytics for Q1.',
  answerContext: 'Use approved templates.',
} as const;

export const ARTIFACT = {
  name: 'Q1 Support Summary',
  type: 'Document',
  source: 'User',
  state: 'Ready',
  ingestStatus: 'Done',
  contentType: 'text/plain; charset=utf-8',
} as const;

/** What is in the artifact. */
export const SUMMARY = `Q1 Support Summary

Questions about billing went down by a third after the new invoices.
Questions about exports went up; most ask for a schedule.
`;
