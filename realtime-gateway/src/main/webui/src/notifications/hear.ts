import type { Hear } from '../app/assemble';

export const hearNotifications: Hear = () => undefined;
