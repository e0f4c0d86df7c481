import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../api/types';
import { useConvoke } from '../app/convoke';
import { ROLES } from '../members/rights';
import { useName } from '../people/Name';
import { isPersonal, type Kind, kindOf } from './kinds';

type Entry = Pick<Activity, 'kind' | 'actorId' | 'subjectId' | 'data'>;

const FIELDS = ['name', 'description', 'visibility', 'joinPolicy', 'whoMayInvite', 'capacity', 'metadata'] as const;

/** What happened, as a sentence; of what the person did or what was done to her it says "you". */
export function useSentence(entry: Entry): string {
  const { t, i18n } = useTranslation();
  const me = useConvoke().session.userId;
  const invitedBy = typeof entry.data.invitedBy === 'string' ? entry.data.invitedBy : null;
  const actor = useName(entry.actorId);
  const subject = useName(entry.subjectId);
  const inviter = useName(invitedBy);
  const kind = kindOf(entry);
  if (kind === null) {
    return t('activity.unknown', { actor });
  }
  return sentence(t, kind, entry.actorId === me ? 'byYou' : entry.subjectId === me ? 'ofYou' : 'other', {
    actor,
    subject: entry.subjectId === me ? t('activity.yourself') : subject,
    inviter: invitedBy === me ? t('activity.you') : inviter,
    role: roleOf(t, entry.data.role),
    fields: fieldsOf(t, entry.data.changed, i18n.language),
  });
}

/** Who is told of: somebody else, the person as the one who did it, or as the one it was done to. */
export type Voice = 'other' | 'byYou' | 'ofYou';

type Words = Readonly<{ actor: string; subject: string; inviter: string; role: string; fields: string }>;

/** The sentence of that kind in that voice. */
export function sentence(t: TFunction, kind: Kind, voice: Voice, words: Words): string {
  if (voice === 'ofYou') {
    return isPersonal(kind) ? t(`activity.ofYou.${kind}`, words) : t(`activity.other.${kind}`, words);
  }
  return t(`activity.${voice}.${kind}`, words);
}

function roleOf(t: TFunction, value: unknown): string {
  const role = ROLES.find((known) => known === value);
  return role ? t(`groups.role.${role}`) : '';
}

function fieldsOf(t: TFunction, changed: unknown, language: string): string {
  const named = Array.isArray(changed) ? FIELDS.filter((field) => changed.includes(field)) : [];
  const words = named.map((field) => t(`activity.field.${field}`));
  return words.length === 0 ? t('activity.field.all') : new Intl.ListFormat(language).format(words);
}
