/** The square of a picture that is kept. */
export interface Crop {
  /** From 0, at the left edge of the picture, to 1, at the right edge. */
  readonly x: number;
  /** From 0, at the upper edge of the picture, to 1, at the lower edge. */
  readonly y: number;
  /** How much larger the square is shown than the largest square of the picture, from 1 to `MOST_ZOOM`. */
  readonly zoom: number;
}

export const MOST_ZOOM = 5;

/** The largest square, in the middle. */
export const CENTRE: Crop = { x: 0.5, y: 0.5, zoom: 1 };

/** Pixels of a side of the picture that is sent, as the API stores it. */
const SIDE = 512;

type Size = Pick<ImageBitmap, 'width' | 'height'>;

/** How far the square can move, in pixels of the picture. 0: it is as wide or as high as the picture. */
export function roomOf({ width, height }: Size, { zoom }: Crop): { side: number; across: number; down: number } {
  const side = Math.min(width, height) / zoom;
  return { side, across: width - side, down: height - side };
}

/**
 * Moves the square against a drag of the picture.
 *
 * @param shown pixels of a side of the square on the screen
 */
export function dragged(picture: Size, crop: Crop, by: { x: number; y: number }, shown: number): Crop {
  const { side, across, down } = roomOf(picture, crop);
  const moved = (from: number, pixels: number, room: number): number =>
    room === 0 ? from : Math.min(1, Math.max(0, from - (pixels * side) / shown / room));
  return { ...crop, x: moved(crop.x, by.x, across), y: moved(crop.y, by.y, down) };
}

/** Draws the square so that it fills the canvas. */
export function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop): void {
  const { side, across, down } = roomOf(picture, crop);
  const { width, height } = canvas;
  const context = canvas.getContext('2d');
  context?.clearRect(0, 0, width, height);
  context?.drawImage(picture, across * crop.x, down * crop.y, side, side, 0, 0, width, height);
}

/** The square as a file: WebP, or PNG in browsers that write no WebP. @throws Error when the browser cannot write a picture */
export async function croppedPicture(picture: ImageBitmap, crop: Crop): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  draw(canvas, picture, crop);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/webp', 0.95);
  });
  if (!blob) {
    throw new Error('The browser cannot write the picture');
  }
  return blob;
}
