/** Where this device keeps the draft; the page holds it too, for whoever goes back and forth in it. */
const KEY = 'draft';
let held: string | null = null;
let isShut = false;

export function readSlot(): string | null {
  try {
    return localStorage.getItem(KEY) ?? held;
  } catch {
    return held;
  }
}

/** @returns false where this device keeps nothing: storage is full or blocked. */
export function writeSlot(text: string): boolean {
  if (isShut) return false;
  held = text;
  try {
    localStorage.setItem(KEY, text);
    return true;
  } catch {
    return false;
  }
}

export function clearSlot(): void {
  held = null;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Storage is blocked: nothing was kept.
  }
}

/** Clears it for good: the page is being left, and what still runs in it must write nothing. */
export function shutSlot(): void {
  isShut = true;
  clearSlot();
}
