/** Where a list stands in its frame. Pixels. */
export interface ScrollPlace {
  top: number;
  frame: number;
  content: number;
}

/** Of a frame's height, how much stays in view after a press of the down button: no line is skipped. */
const OVERLAP = 0.15;

/** A browser's scroll heights are whole pixels where positions are not. */
const SLACK = 2;

export function hasMoreAbove({ top }: ScrollPlace): boolean {
  return top > SLACK;
}

export function hasMoreBelow({ top, frame, content }: ScrollPlace): boolean {
  return top + frame < content - SLACK;
}

/** Where the list stands after a press of the down (1) or up (-1) button. */
export function afterPress({ top, frame, content }: ScrollPlace, direction: 1 | -1): number {
  const bottom = Math.max(0, content - frame);
  return Math.min(bottom, Math.max(0, top + direction * frame * (1 - OVERLAP)));
}
