import type en from '../en';
import activity from './activity';
import app from './app';
import groups from './groups';
import invitations from './invitations';
import links from './links';
import members from './members';
import notifications from './notifications';
import presence from './presence';
import settings from './settings';

type Same<Shape> = { [Key in keyof Shape]: Shape[Key] extends string ? string : Same<Shape[Key]> };

const de: Same<typeof en> = { activity, app, groups, invitations, links, members, notifications, presence, settings };
export default de;
