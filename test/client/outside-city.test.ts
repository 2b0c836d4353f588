import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outsideWords } from '../../client/report/outside-city.ts';
import { servedArea } from '../../server/domain/served-area.ts';

const file = new URL('../../data/basemap/city.geojson', import.meta.url);
const city = JSON.parse(readFileSync(file, 'utf8'));
const area = servedArea(city);

describe('the report form', () => {
  it('refuses the places that the server refuses, in the same words', () => {
    expect(outsideWords([-93.265, 44.978], city)).toBeNull();
    expect(outsideWords([-92.9, 44.95], city)).toMatch(
      /^That place is outside Minneapolis by 2\d km\. Move the pin or pick a place from the list\.$/,
    );
  });

  it('draws the line where the server does, to 10 metres in 10 km', () => {
    for (let longitude = -93.5; longitude < -93.05; longitude += 0.011) {
      for (let latitude = 44.8; latitude < 45.15; latitude += 0.011) {
        const kilometers = area.kilometersOutside([longitude, latitude]);
        const words = outsideWords([longitude, latitude], city);
        if (words === null) expect(kilometers ?? 0).toBeLessThan(3.01);
        else expect(kilometers ?? 2.99).toBeGreaterThan(2.99);
      }
    }
  });
});
