/** What `geojson.ts` uses of geojson-validation 1.0.2, which brings no types. */
declare module 'geojson-validation' {
  const geojsonValidation: {
    /** Answers `true`, `false`, or something else where `type` is a member of every object. */
    valid(value: object): unknown;
  };
  export default geojsonValidation;
}
