import { deflateSync, crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

export const MEBIBYTE = 1024 * 1024;

/** A picture of one colour. */
export function plain(width: number, height: number, background: string | object = 'red', channels: 3 | 4 = 3): Sharp {
  return sharp({ create: { width, height, channels, background: background as string } });
}

/** The left half red, the right half blue. */
export async function redAndBlue(): Promise<Sharp> {
  const blue = await plain(50, 100, 'blue').png().toBuffer();
  return sharp(
    await plain(100, 100)
      .composite([{ input: blue, left: 50, top: 0 }])
      .png()
      .toBuffer(),
  );
}

/** Red, then blue. */
export async function animation(): Promise<Sharp> {
  const frames = await Promise.all(['red', 'blue'].map((colour) => plain(64, 64, colour).png().toBuffer()));
  return sharp(frames, { join: { animated: true } });
}

/** Pixels that no format makes small, the same at every call. */
export function noise(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  let state = 1;
  for (let i = 0; i < pixels.length; i++) {
    state = (state * 48_271) % 2_147_483_647;
    pixels[i] = state & 255;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** A PNG written by hand: what its header says need not be so. */
export function pngOf(width: number, height: number, ...more: Buffer[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const pixels = pngChunk('IDAT', deflateSync(Buffer.alloc(1000)));
  const parts = [pngChunk('IHDR', header), ...more, pixels, pngChunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, checksum]);
}

/** Puts a comment into a JPEG, right after its beginning. */
export function withComment(jpeg: Buffer, comment: string): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(comment.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(comment, 'latin1'), jpeg.subarray(2)]);
}

/** Zeros after the end, which every decoder ignores. */
export function padded(picture: Buffer, length: number): Buffer {
  return Buffer.concat([picture, Buffer.alloc(length - picture.length)]);
}

/** What a pixel looks like: the channels of the bytes around 0 or 255, for names of colours that survive compression. */
export async function colourAt(picture: Buffer, x: number, y: number): Promise<string> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  const bits = [...data.subarray(at, at + 4)].map((value) => (value > 127 ? '1' : '0')).join('');
  return COLOURS[bits] ?? bits;
}

const COLOURS: Readonly<Record<string, string>> = { '1001': 'red', '0011': 'blue', '0000': 'nothing', '1111': 'white' };
