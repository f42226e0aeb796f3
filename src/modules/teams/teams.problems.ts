import { defineProblem } from '../../core/problems/problem.js';

export const TeamNotFound = defineProblem({
  code: 'team_not_found',
  status: 404,
  title: 'No such team',
  help: 'The organization has no team with that id. The answer to a malformed id, or to a team of another organization, is the same.',
});

export const TeamNameTaken = defineProblem({
  code: 'team_name_taken',
  status: 409,
  title: 'A team with that name already exists',
  help: 'Another team of the organization has this name, or a name that differs only in case or in the form of its letters. Choose another name.',
  constraint: ['Team_organizationId_name_key', 'Team_own_name_key'],
});
