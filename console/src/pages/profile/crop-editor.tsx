import { Slider, Stack, Text } from '@mantine/core';
import { type PointerEvent, useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/locale-context.ts';
import { type Crop, dragged, draw, MOST_ZOOM, roomOf } from './crop.ts';

/** Pixels of a side of the square on the screen. */
const SHOWN = 256;

interface CropEditorProps {
  readonly picture: ImageBitmap;
  readonly crop: Crop;
  readonly onChange: (crop: Crop) => void;
}

/** Shows the square, which can be dragged. The sliders do the same with the keyboard. */
export function CropEditor({ picture, crop, onChange }: CropEditorProps) {
  const t = useTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) {
      draw(canvas.current, picture, crop);
    }
  }, [picture, crop]);
  const drag = ({ currentTarget, pointerId, movementX: x, movementY: y }: PointerEvent<HTMLCanvasElement>): void => {
    if (currentTarget.hasPointerCapture(pointerId)) {
      onChange(dragged(picture, crop, { x, y }, SHOWN));
    }
  };
  const { across, down } = roomOf(picture, crop);
  return (
    <Stack>
      <canvas
        ref={canvas}
        className="atrium-crop"
        width={SHOWN}
        height={SHOWN}
        role="img"
        aria-label={t('avatar.preview')}
        onPointerDown={({ currentTarget, pointerId }) => {
          currentTarget.setPointerCapture(pointerId);
        }}
        onPointerMove={drag}
      />
      <CropSlider
        label={t('avatar.zoom')}
        value={crop.zoom}
        min={1}
        max={MOST_ZOOM}
        onChange={(zoom) => {
          onChange({ ...crop, zoom });
        }}
      />
      <CropSlider
        label={t('avatar.horizontal')}
        value={crop.x}
        disabled={across === 0}
        onChange={(x) => {
          onChange({ ...crop, x });
        }}
      />
      <CropSlider
        label={t('avatar.vertical')}
        value={crop.y}
        disabled={down === 0}
        onChange={(y) => {
          onChange({ ...crop, y });
        }}
      />
    </Stack>
  );
}

interface CropSliderProps {
  readonly label: string;
  readonly value: number;
  readonly min?: number;
  readonly max?: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

function CropSlider({ label, min = 0, max = 1, ...props }: CropSliderProps) {
  return (
    <div>
      <Text size="sm" aria-hidden>
        {label}
      </Text>
      <Slider thumbLabel={label} label={null} min={min} max={max} step={0.01} {...props} />
    </div>
  );
}
