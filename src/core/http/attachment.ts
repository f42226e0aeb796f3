/** A `Content-Disposition` that makes browsers save a file under a name of any characters (RFC 6266, section 4.3). */
export function attachment(name: string): string {
  const plain = name.replace(/[^ -~]|["\\%/]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
