import activity from './activity';
import app from './app';
import groups from './groups';
import invitations from './invitations';
import links from './links';
import members from './members';
import notifications from './notifications';
import presence from './presence';
import settings from './settings';

/** English, and the shape that every other language has to have. */
export default { activity, app, groups, invitations, links, members, notifications, presence, settings };
