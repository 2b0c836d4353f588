import { describe, expect, it } from 'vitest';
import { freshId, withoutBlankLines, withPart } from '../../../client/moderation/form/change.ts';
import { checkRecord } from '../../../client/moderation/form/check-record.ts';
import { blankOf, INCIDENT_SHAPE, REPORT_SHAPE } from '../../../client/moderation/form/shape.ts';
import { incident } from '../../server/made-incidents.ts';

describe('the form made of the schema', () => {
  it('has a field for all that people may say, and none for what the store keeps', () => {
    const names = Object.keys(INCIDENT_SHAPE.properties ?? {});
    expect(names).toEqual(expect.arrayContaining(['title', 'accounts', 'sources', 'decisions']));
    expect(names).not.toContain('revision');
    expect(Object.keys(REPORT_SHAPE.properties ?? {})).not.toContain('decisions');
  });

  it('begins a new account with nothing known of it, under an id of its own', () => {
    const shape = INCIDENT_SHAPE.properties?.accounts?.items ?? {};
    const blank = blankOf(shape, freshId([{ id: 'account-2' }], 'account'));
    expect(blank).toMatchObject({ id: 'account-3', by: '', says: '', saidAt: null, sources: [] });
  });

  it('changes one part and leaves the rest as it was', () => {
    const before = { properties: { title: 'One', accounts: [{ id: 'a' }, { id: 'b' }] } };
    const after = withPart(before, ['properties', 'accounts', 1, 'by'], 'The city');
    expect(after).toEqual({
      properties: { title: 'One', accounts: [{ id: 'a' }, { id: 'b', by: 'The city' }] },
    });
    expect(before.properties.accounts[1]).toEqual({ id: 'b' });
  });

  it('drops lines that typing has left empty', () => {
    const feature = withoutBlankLines({ properties: { actors: ['Teachers', ' ', ''] } });
    expect(feature).toEqual({ properties: { actors: ['Teachers'] } });
  });

  it('is judged by the rules of the server, each told at its field', () => {
    const draft = incident();
    expect(checkRecord('incident', draft, Date.now())).toEqual({});
    const properties = { ...draft.properties, title: '', crowdSizeLow: 9, crowdSizeHigh: 3 };
    const errors = checkRecord('incident', { ...draft, properties }, Date.now());
    expect(errors['/properties/title']).toMatch(/letter/);
  });
});
