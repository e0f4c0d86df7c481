import type { Hear } from '../app/assemble';

export const hearInvitations: Hear = () => undefined;
