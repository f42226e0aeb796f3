import { mergePatch } from '../../core/changes/merge-patch.js';
import { message } from '../../core/i18n/message.js';
import type { Prisma } from '../../core/prisma/generated/client.js';
import { inputProblem, pointerToken } from '../../core/validation/input-errors.js';

/** Bytes of an organization's settings as JSON. They are read with every request that describes the caller. */
const MOST_BYTES = 16 * 1024;

/**
 * The settings with a merge patch applied.
 *
 * @throws Problem `validation_failed` when they become too large, or `features` has anything but switches
 */
export function changedSettings(before: Prisma.JsonObject, patch: Prisma.JsonObject): Prisma.JsonObject {
  requireSwitches(patch.features);
  const after = mergePatch(before, patch) as Prisma.JsonObject;
  if (Buffer.byteLength(JSON.stringify(after)) > MOST_BYTES) {
    throw inputProblem([
      { pointer: '/settings', code: 'max_bytes', detail: message('input.max_bytes', { max: MOST_BYTES }) },
    ]);
  }
  return after;
}

/** What is no boolean would switch nothing, without a word. `null` removes a switch, or all. */
function requireSwitches(features: Prisma.JsonValue | undefined): void {
  if (features === undefined || features === null) {
    return;
  }
  const pointer = '/settings/features';
  if (typeof features !== 'object' || Array.isArray(features)) {
    throw inputProblem([{ pointer, code: 'is_object', detail: message('input.object') }]);
  }
  const others = Object.keys(features).filter(
    (name) => ![true, false, null].includes(features[name] as boolean | null),
  );
  if (others.length > 0) {
    throw inputProblem(
      others.map((name) => ({
        pointer: `${pointer}/${pointerToken(name)}`,
        code: 'is_boolean',
        detail: message('input.boolean'),
      })),
    );
  }
}
