import sharp from 'sharp';
import { unavailable } from '../http/readiness.js';
import { message } from '../i18n/message.js';
import { PayloadTooLarge, UnsupportedMediaType } from '../problems/common.problems.js';
import { Problem } from '../problems/problem.js';
import { inputProblem } from '../validation/input-errors.js';
import { isPicture } from './image-type.js';

const MOST_PIXELS = 40_000_000;
const SIDE = 512;
const QUALITY = 82;

/** A picture of the most pixels takes less than a second; longer is an attack, or a machine with too much to do. */
const MOST_SECONDS = 10;

// A picture is seen once: what libvips remembers of it is of no use.
sharp.cache(false);
// Of libvips' loaders only those of the accepted types can run, whichever type a file imitates.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif'],
});

/**
 * Makes of a PNG, JPEG, WebP or GIF a square WebP without metadata: upright, cut to its middle, of an animation the
 * first frame. Decoding and encoding again leaves only the pixels of the file. Cropped parts are not even read.
 *
 * @param field names the picture in what is refused
 * @throws Problem `unsupported_media_type`, `payload_too_large` before anything is decoded, `validation_failed`, `unavailable`
 */
export async function normalizeImage(bytes: Buffer, field: string): Promise<Buffer> {
  if (bytes.length === 0) {
    throw unreadable(field);
  }
  if (!isPicture(bytes)) {
    throw new Problem(UnsupportedMediaType, { detail: message('detail.picture_types') });
  }
  try {
    await refuseTooManyPixels(bytes);
    return await convert(bytes);
  } catch (error) {
    throw problemOf(error, field);
  }
}

async function refuseTooManyPixels(bytes: Buffer): Promise<void> {
  if (pixelsOfPng(bytes) > MOST_PIXELS) {
    throw tooManyPixels();
  }
  const { width, height } = await sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata();
  if (width * height > MOST_PIXELS) {
    throw tooManyPixels();
  }
}

/** The size in the header of a PNG (section 11.2.1), which libpng does not report when it is beyond its own limits. */
function pixelsOfPng(bytes: Buffer): number {
  const isPng = bytes.toString('latin1', 12, 16) === 'IHDR' && bytes.length >= 24;
  return isPng ? bytes.readUInt32BE(16) * bytes.readUInt32BE(20) : 0;
}

function convert(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', autoOrient: true })
    .resize(SIDE, SIDE, { fit: 'cover', position: 'centre' })
    .toColourspace('srgb')
    .webp({ quality: QUALITY })
    .timeout({ seconds: MOST_SECONDS })
    .toBuffer();
}

/** Errors of libvips differ in their sentences only. */
function problemOf(error: unknown, field: string): Problem {
  if (error instanceof Problem) {
    return error;
  }
  const message = error instanceof Error ? error.message : '';
  if (message.includes('Maximum supported image dimension')) {
    return tooManyPixels();
  }
  return message.startsWith('timeout') ? unavailable(error) : unreadable(field);
}

function tooManyPixels(): Problem {
  return new Problem(PayloadTooLarge, {
    detail: message('detail.too_many_pixels', { megapixels: MOST_PIXELS / 1_000_000 }),
  });
}

function unreadable(field: string): Problem {
  return inputProblem([{ pointer: `/${field}`, code: 'invalid_image', detail: message('input.image') }]);
}
