import { defineProblem } from '../../core/problems/problem.js';

export const ProjectNotFound = defineProblem({
  code: 'project_not_found',
  status: 404,
  title: 'No such project',
  help: 'The organization has no project with that id, or none that you may see: a private project shows itself to its members alone. A malformed id answers the same.',
});

export const ProjectMemberNotFound = defineProblem({
  code: 'project_member_not_found',
  status: 404,
  title: 'The project has no such member',
  help: 'No user with that id is a member of the project. A malformed id and a user of another organization answer the same.',
});

export const AlreadyProjectMember = defineProblem({
  code: 'already_project_member',
  status: 409,
  title: 'The user is a member of the project already',
  help: 'Change the role of the member instead.',
  constraint: 'ProjectMember_pkey',
});

export const LastProjectOwner = defineProblem({
  code: 'last_project_owner',
  status: 409,
  title: 'The project would lose its last Owner',
  help: 'A project keeps at least one Owner. Make another member one first, or delete the project.',
});

export const ArtifactNotFound = defineProblem({
  code: 'artifact_not_found',
  status: 404,
  title: 'No such artifact',
  help: 'The project has no artifact with that id. A malformed id and an artifact of another project answer the same.',
});
