import { defineProblem } from '../../core/problems/problem.js';

export const TeamNotFound = defineProblem({
  code: 'team_not_found',
  status: 404,
  title: 'No such team',
  help: 'The organization has no team with that id. A malformed id and a team of another organization answer the same.',
});

export const TeamNameTaken = defineProblem({
  code: 'team_name_taken',
  status: 409,
  title: 'A team of that name is there already',
  help: 'Another team of the organization has the name, or one that only differs in case or in the form of its letters. Choose another one.',
  constraint: ['Team_organizationId_name_key', 'Team_own_name_key'],
});
