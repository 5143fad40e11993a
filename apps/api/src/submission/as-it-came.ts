/**
 * The receipt `b` as which an offer came first, whose standing one is `r`: lateness and admission are of it, whatever was
 * put right afterwards (decision 16).
 */
export const AS_IT_CAME = `join offer_receipt b on b.number = case when r.kind = 'CURE' then r.replaces else r.number end`;
