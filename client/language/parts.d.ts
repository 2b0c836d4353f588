/** `en.json?area.part`, and so on: see compile.ts. */
declare module '*.part' {
  const catalogue: import('./say.ts').Catalogue;
  export default catalogue;
}
