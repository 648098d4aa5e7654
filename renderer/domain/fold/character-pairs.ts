/**
 * Characters that must meet in a search although OpenCC's character tables keep them apart, as
 * pairs `variant` + `kept`.
 *
 * Found by a rule, not by taste: for every entry of the dictionaries of t2s, tw2s, hk2s, s2t, s2tw and
 * s2hk, both sides of the entry must fold alike, character by character. Conversion replaces by
 * entries and folding by characters, so a text then folds like its conversion, whatever the text is. A
 * test repeats the rule over the dictionaries and names the pairs that a new OpenCC would need.
 */
export const characterPairs: string = [
  // Distinct words in simplified script too; one spelling stands for both in the other script.
  '瞭了 藉借 著着 馀余 覆复 锺钟 沉沈 彷仿 甦苏 钜巨 哩里 画划 坯坏 迳径 链炼 衹只 俱具 雠仇 薰熏 座坐 像象 待呆',
  // Variants of one character.
  '敍叙 枱台 潨潀 粧妆 糭粽 衞卫 么幺 𫫇恶 痺痹 睪睾 簷檐 颚腭 鲶鲇 伕夫 濬浚 讬托 荳豆 谘咨 蘗檗 甯宁 𬭭戚 鎗枪 拏拿',
  '燄焰 澂澄 觔斤 籐藤 瑯琅 筿筱 𰬸穗 耡锄 揹背 唚吣 耈耇 隄堤 斲斫 菓果 㓰划 㳽弥 䌽彩 䙓摆 䦆镢 䩄腼 侭尽 渖沈 穞稆',
  '缐线 镟旋 麹曲 麺面 𢧐战 𢭏捣 𧹒买 𧹔账 𩨂骢 𪠽当 𪨧仑 𪪏庐 𫍝谏 𫍿谫 𫔀炼 𫔭开 𫔮闲 𫖕鞲 𫖸愿 𫗫糊 𫗭喂 𫗯糇',
  '𫛲雕 𫜩啮 𬞟苹 颕颖 栢柏 彝彜 姸妍 鑛矿 鼇鳌',
].join(' ');
