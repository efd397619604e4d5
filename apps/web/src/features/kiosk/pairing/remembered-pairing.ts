const storageKey = 'digikeskus.paired';

let remembered = read();

/** Whether this screen was paired. Its credential is in a cookie that scripts cannot see, also when it is gone. */
export function isPairingRemembered(): boolean {
  return remembered;
}

export function rememberPairing(isPaired: boolean): void {
  remembered = isPaired;
  try {
    if (isPaired) localStorage.setItem(storageKey, 'yes');
    else localStorage.removeItem(storageKey);
  } catch {
    // Storage may be forbidden on a locked-down screen: it is then remembered for this visit.
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(storageKey) !== null;
  } catch {
    return false;
  }
}
