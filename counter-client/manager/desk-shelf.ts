import type { OpenShelf } from '../settings.ts';

const NAME = 'onewindow.manager.desk';

/** The manager's window on this machine; empty when none was given. A browser may refuse to keep it. */
export function readDesk(open: OpenShelf): string {
  try {
    return open().getItem(NAME) ?? '';
  } catch {
    return '';
  }
}

export function keepDesk(open: OpenShelf, desk: string): void {
  try {
    open().setItem(NAME, desk);
  } catch {
    // It is asked again after the page is opened anew.
  }
}
