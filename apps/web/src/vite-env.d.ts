/// <reference types="vite/client" />

declare module '@ant-design/icons-svg/es/asn/*' {
  import type { IconDefinition } from '@ant-design/icons-svg/es/types';
  const icon: IconDefinition;
  export default icon;
}
