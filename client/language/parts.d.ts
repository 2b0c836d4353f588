declare module '*.json?part=page' {
  const catalogue: import('./say.ts').Catalogue;
  export default catalogue;
}

declare module '*.json?part=area' {
  const catalogue: import('./say.ts').Catalogue;
  export default catalogue;
}

declare module '*.json?part=details' {
  const catalogue: import('./say.ts').Catalogue;
  export default catalogue;
}

declare module '*.json?part=following' {
  const catalogue: import('./say.ts').Catalogue;
  export default catalogue;
}

declare module '*.json?part=figures' {
  const catalogue: import('./say.ts').Catalogue;
  export default catalogue;
}

declare module '*.json?part=picture' {
  const catalogue: import('./say.ts').Catalogue;
  export default catalogue;
}

declare module '*.json?part=play' {
  const catalogue: import('./say.ts').Catalogue;
  export default catalogue;
}

declare module '*.json?part=reports' {
  const catalogue: import('./say.ts').Catalogue;
  export default catalogue;
}
