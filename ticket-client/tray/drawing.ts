/**
 * A slip's drawing as the address of a picture. As a picture it can not run scripts or fetch anything,
 * whatever stands in it.
 */
export function pictureOf(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

/** What is only for the eye or the machine: rules, where it was cut, what the QR code holds. */
const UNSPOKEN = /^([─\-\s]*|[-\s]*cut[-\s]*|\[QR .*\])$/;

/** A slip's text as one line, for those who hear it. */
export function spokenText(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => !UNSPOKEN.test(line))
    .join('；');
}
