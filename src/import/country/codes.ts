/** Codes of party committees: stable and never reused, unlike the national statistics codes that they are built from. */

const REFORM_YEAR = '2025';

/** `T49` */
export const provinceCode = (code: string): string => `T${code}`;
/** `H509` */
export const districtCode = (code: string): string => `H${code}`;
/** `X20644` */
export const communeCode = (code: string): string => `X${code}`;
/** `2025-T48`: a province that the reform made. */
export const newProvinceCode = (code: string): string => `${REFORM_YEAR}-T${code}`;
/** `2025-X20650`: a commune that the reform made. */
export const newCommuneCode = (code: string): string => `${REFORM_YEAR}-X${code}`;

export const NATION_CODE = 'VN';
export const NATION_NAME = 'Đảng Cộng sản Việt Nam';
