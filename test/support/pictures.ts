import sharp, { type Sharp } from 'sharp';

/** A picture of one colour. */
export function plain(width: number, height: number, background: string | object = 'red', channels: 3 | 4 = 3): Sharp {
  return sharp({ create: { width, height, channels, background: background as string } });
}
