import { screen } from '@testing-library/react';
import i18next from 'i18next';
import de from '../i18n/de';
import en from '../i18n/en';
import type { components } from '../api/generated/events';
import { renderPage } from '../test/render';
import { isPersonal, KINDS, kindOf } from './kinds';
import { sentence, useSentence } from './useSentence';

type Announced = components['schemas']['Activity']['kind'];

/** A kind that the document of the events gains does not compile until it is here. */
const announced: Record<Announced, true> = {
  GROUP_CREATED: true,
  GROUP_UPDATED: true,
  GROUP_ARCHIVED: true,
  GROUP_UNARCHIVED: true,
  MEMBER_JOINED: true,
  MEMBER_LEFT: true,
  MEMBER_REMOVED: true,
  MEMBER_ROLE_CHANGED: true,
  OWNERSHIP_TRANSFERRED: true,
};

test.each(Object.keys(announced))('the feed has a sentence for %s', (kind) => {
  expect(kindOf({ kind, data: {} })).not.toBeNull();
});

const words = { actor: 'Bob', subject: 'Carol', inviter: 'Dave', role: 'Admin', fields: 'the name' };

describe.each(['en', 'de'])('in %s', (language) => {
  const t = i18next.cloneInstance({ lng: language, resources: { en: { translation: en }, de: { translation: de } } }).t;

  test.each(KINDS)('%s is told of others, of oneself, and with every placeholder filled', (kind) => {
    for (const voice of ['other', 'byYou', 'ofYou'] as const) {
      const said = sentence(t, kind, voice, words);
      expect(said).toMatch(/\w+ .*\w/);
      expect(said).not.toMatch(/activity\.|\{\{/);
    }
    expect(sentence(t, kind, 'byYou', words)).toMatch(/^(You|Du) /);
    if (isPersonal(kind)) {
      expect(sentence(t, kind, 'ofYou', words)).toMatch(/you|du|dich|dir|deine/i);
    }
  });
});

function Said(entry: Parameters<typeof useSentence>[0]) {
  return <p>{useSentence(entry)}</p>;
}

test.each([
  [{ kind: 'GROUP_UPDATED', actorId: 'bob', subjectId: null, data: { changed: ['name', 'capacity'] } }, 'Bob changed the name and the most members'],
  [{ kind: 'MEMBER_JOINED', actorId: 'bob', subjectId: 'bob', data: { invitedBy: 'alice' } }, 'Bob joined, invited by you'],
  [{ kind: 'MEMBER_ROLE_CHANGED', actorId: 'bob', subjectId: 'alice', data: { role: 'ADMIN' } }, 'Bob changed your role: Admin'],
  [{ kind: 'MEMBER_REMOVED', actorId: 'alice', subjectId: 'bob', data: {} }, 'You removed Bob'],
  [{ kind: 'SOMETHING_NEW', actorId: 'bob', subjectId: null, data: {} }, 'Bob did something that this version does not know'],
])('an entry is told in words: %j', async (entry, words) => {
  renderPage(<Said {...entry} />);
  expect(await screen.findByText(words)).toBeInTheDocument();
});
