import { defineProblem } from '../../core/problems/problem.js';

export const ProjectNotFound = defineProblem({
  code: 'project_not_found',
  status: 404,
  title: 'No such project',
  help: 'The organization has no project with that id, or you may not see it: only its members can see a private project. The answer to a malformed id is the same.',
});

export const ProjectMemberNotFound = defineProblem({
  code: 'project_member_not_found',
  status: 404,
  title: 'The project has no such member',
  help: 'No user with that id is a member of the project. The answer to a malformed id, or to a user of another organization, is the same.',
});

export const AlreadyProjectMember = defineProblem({
  code: 'already_project_member',
  status: 409,
  title: 'The user is already a member of the project',
  help: 'Change the role of the member instead.',
  constraint: 'ProjectMember_pkey',
});

export const LastProjectOwner = defineProblem({
  code: 'last_project_owner',
  status: 409,
  title: 'The project would lose its last Owner',
  help: 'A project must have at least one Owner. Make another member an Owner first, or delete the project.',
});

export const ArtifactNotFound = defineProblem({
  code: 'artifact_not_found',
  status: 404,
  title: 'No such artifact',
  help: 'The project has no artifact with that id. The answer to a malformed id, or to an artifact of another project, is the same.',
});
