import type { Upload } from '../../core/files/uploads.js';
import { cutText } from '../../core/validation/cut-text.js';
import { isSeen } from '../../core/validation/invisible.js';
import { normalizeText, withoutControls } from '../../core/validation/text.js';
import type { NewArtifact } from './artifacts.service.js';

export const LONGEST_NAME = 200;
export const DEFAULT_TYPE = 'Document';

/** Characters of a file name that are read: some systems write letters and their accents apart. */
const LONGEST_READ_NAME = 1000;

const NAMELESS = 'Untitled';

/** RFC 6838, section 4.2. */
const MEDIA_TYPE = /^[a-z0-9][\w!#$&^.+-]{0,126}\/[a-z0-9][\w!#$&^.+-]{0,126}$/i;
const UNKNOWN_TYPE = 'application/octet-stream';

/** An artifact of what was uploaded. A name or type as no artifact can have is mended: the file itself is what matters. */
export function artifactOf({ name, type, stream, size }: Upload): NewArtifact {
  return {
    name: nameOf(name),
    type: DEFAULT_TYPE,
    content: { stream, size },
    contentType: MEDIA_TYPE.test(type) ? type : UNKNOWN_TYPE,
  };
}

function nameOf(fileName: string): string {
  const name = normalizeText(withoutControls(fileName.slice(0, LONGEST_READ_NAME)), LONGEST_READ_NAME);
  const shown = cutText(String(name), LONGEST_NAME).trim();
  return isSeen(shown) ? shown : NAMELESS;
}
