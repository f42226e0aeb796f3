import { defineProblem } from '../../core/problems/problem.js';

export const SlugTaken = defineProblem({
  code: 'slug_taken',
  status: 409,
  title: 'The slug is taken',
  help: 'Another organization has the slug, or had it before: a former slug remains reserved for its organization. Choose another slug.',
  constraint: 'OrganizationSlug_pkey',
});

export const TooManySlugs = defineProblem({
  code: 'too_many_slugs',
  status: 409,
  title: 'The organization has had too many slugs',
  help: 'An organization keeps every former slug, and can have 20 in all. Use a former slug again.',
});

export const TooManyOrganizations = defineProblem({
  code: 'too_many_organizations',
  status: 409,
  title: 'You have created too many organizations',
  help: 'A person can create 100 organizations, including archived ones. Ask the operator for more.',
});
