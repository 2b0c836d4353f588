declare module '*.json?part=page' {
  const catalogue: import('./say.ts').Catalogue;
  export default catalogue;
}

declare module '*.json?part=reports' {
  const catalogue: import('./say.ts').Catalogue;
  export default catalogue;
}
