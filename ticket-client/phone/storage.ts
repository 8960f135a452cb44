/** Choices of this phone that outlive the page. Private windows may refuse: then they do not. */

export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`onewindow.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): boolean {
  try {
    localStorage.setItem(`onewindow.${name}`, value);
    return true;
  } catch {
    return false;
  }
}
