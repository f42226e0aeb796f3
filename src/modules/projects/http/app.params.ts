import { PrefixedIdPipe } from '../../../core/ids/prefixed-id.pipe.js';

/** The ids in the paths of projects: how each is read, and what the OpenAPI document says of it. */
export const USER_ID = new PrefixedIdPipe('user');
export const PROJECT_ID = new PrefixedIdPipe('proj');
export const ARTIFACT_ID = new PrefixedIdPipe('artifact');

export const USER_PARAM = { name: 'userID', description: '`user_…`, or the UUID' };
export const PROJECT_PARAM = { name: 'projectID', description: '`proj_…`, or the UUID' };
export const ARTIFACT_PARAM = { name: 'artifactID', description: '`artifact_…`, or the UUID' };
