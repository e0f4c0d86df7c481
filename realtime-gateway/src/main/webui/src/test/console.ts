let said: unknown[][] = [];

/** Remembers what goes to the console from now on. */
export function listenToConsole(): void {
  said = [];
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...what: unknown[]) => said.push(what));
  }
}

/** What went there, which is thereby expected: a test fails for what is left. */
export function takeConsole(): unknown[][] {
  return said.splice(0);
}
