import { defineProblem } from '../../core/problems/problem.js';

export const SlugTaken = defineProblem({
  code: 'slug_taken',
  status: 409,
  title: 'The slug is taken',
  help: 'Another organization has it, or had it once: a former slug stays with its organization. Choose another one.',
  constraint: 'OrganizationSlug_pkey',
});

export const TooManySlugs = defineProblem({
  code: 'too_many_slugs',
  status: 409,
  title: 'The organization has had too many slugs',
  help: 'An organization keeps every slug it ever had, and may have had 20. Take one of the former ones back.',
});

export const TooManyOrganizations = defineProblem({
  code: 'too_many_organizations',
  status: 409,
  title: 'You have created too many organizations',
  help: 'A person may create 100 organizations, archived ones included. Ask the operator for more.',
});
