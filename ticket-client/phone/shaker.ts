/** A call, a pause, a call: felt through a coat, over in under three seconds. Milliseconds. */
const CALL_PATTERN = [500, 200, 500, 200, 900];

/** Shakes the phone; false where it can not, or the browser refuses because the page was never touched. */
export function shake(): boolean {
  // Asked all the same, Chromium refuses and complains on the console.
  const isAllowed = navigator.userActivation?.hasBeenActive !== false;
  return canShake() && isAllowed && navigator.vibrate(CALL_PATTERN);
}

/** iPhones have no vibration for pages. */
export function canShake(): boolean {
  return typeof navigator.vibrate === 'function';
}
