/** The types of pictures that are taken, by how they begin. */
const BEGINNINGS = ['\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'GIF87a', 'GIF89a'];
const WEBP = { form: 'RIFF', type: 'WEBP', typeAt: 8 };

/**
 * Byte sequences that make a browser or a PHP server run a file, wherever they occur in it, as in a comment or after
 * the picture. They occur by chance in less than one of 500,000 compressed pictures of 5 MiB.
 */
const ACTIVE_CONTENT = /<(?:html|script|iframe|!doctype|\?php)[\s>]/i;

/** Readers of PDF accept its header anywhere in the first 1024 bytes. */
const PDF_HEADER = '%PDF-';
const PDF_HEADER_WITHIN = 1024;

/** The end of a ZIP archive, JAR files included: programs look for it from the end (APPNOTE, section 4.3.16). */
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
const ZIP_END_SIZE = 22;

/** Whether the content is a PNG, JPEG, WebP or GIF and nothing else. Its name and its declared type do not matter. */
export function isPicture(bytes: Buffer): boolean {
  const beginning = bytes.toString('latin1', 0, PDF_HEADER_WITHIN);
  return (
    hasPictureType(beginning) &&
    !beginning.includes(PDF_HEADER) &&
    !endsAsZip(bytes) &&
    !ACTIVE_CONTENT.test(bytes.toString('latin1'))
  );
}

function hasPictureType(beginning: string): boolean {
  const isWebp = beginning.startsWith(WEBP.form) && beginning.startsWith(WEBP.type, WEBP.typeAt);
  return isWebp || BEGINNINGS.some((text) => beginning.startsWith(text));
}

function endsAsZip(bytes: Buffer): boolean {
  const at = bytes.lastIndexOf(ZIP_END);
  const commentLength = at >= 0 && at + ZIP_END_SIZE <= bytes.length ? bytes.readUInt16LE(at + ZIP_END_SIZE - 2) : -1;
  return at + ZIP_END_SIZE + commentLength === bytes.length;
}
