import type { Hear } from '../app/assemble';

export const hearMembers: Hear = () => undefined;
