"""What programs put on the clipboard as HTML, and the text that is to come of it, in the browser and on the server."""
# ruff: noqa: E501 - programs write lines of any length

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Clipboard:
    name: str
    html: str
    text: str


WORD = Clipboard(
    "Word",
    """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {font-family:Wingdings;} p.MsoNormal {margin:0cm;} --></style></head>
<body lang=DA style='tab-interval:65.2pt'><!--StartFragment-->
<h2><span style='mso-fareast-font-family:"Times New Roman"'>Baggrund<o:p></o:p></span></h2>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Borgere</b> i hjemløshed skal have <i>egen bolig</i>
og\nstøtte. Se <a href="https://www.example.dk/plan?a=1&amp;b=2"><span style='color:#0563C1'>handleplanen</span></a>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Bostøtte i hele kommunen<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span></span><![endif]>Om aftenen<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Værested<o:p></o:p></p>
<p class=MsoNormal>Sådan gør vi:<!--[if gte vml 1]><v:shape id="x"><v:imagedata src="file:///C:/billede.png"/></v:shape><![endif]--><img
width=5 src="file:///C:/Users/x/clip_image001.png"></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>Samtale</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span><![endif]>Bolig</p>
<!--EndFragment--></body></html>""",
    "Baggrund\n\nBorgere i hjemløshed skal have egen bolig og støtte."
    " Se [handleplanen](https://www.example.dk/plan?a=1&b=2).\n\n"
    "- Bostøtte i hele kommunen\n  - Om aftenen\n- Værested\n\nSådan gør vi:\n\n1. Samtale\n2. Bolig",
)

OUTLOOK = Clipboard(
    "Outlook",
    """<html><body><!--StartFragment--><div class=WordSection1><p class=MsoNormal style='margin:0'><span lang=DA>Hej
alle<o:p></o:p></span></p><p class=MsoNormal><span lang=DA><o:p>&nbsp;</o:p></span></p>
<ul style='margin-top:0cm' type=disc><li class=MsoListParagraph style='margin-left:0cm;mso-list:l0 level1 lfo1'><span
lang=DA>Første punkt<o:p></o:p></span></li><li class=MsoListParagraph style='mso-list:l0 level1 lfo1'>Andet punkt<o:p></o:p></li></ul>
<p class=MsoNormal>Skriv til <a href="mailto:indsats@example.dk">indsats@example.dk</a> eller
<a href="javascript:alert(1)">tryk her</a> <a href="file:///S:/faelles/x.docx">notatet</a></p></div><!--EndFragment--></body></html>""",
    "Hej alle\n\n- Første punkt\n- Andet punkt\n\n"
    "Skriv til [indsats@example.dk](mailto:indsats@example.dk) eller tryk her notatet",
)

GOOGLE = Clipboard(
    "Google Docs",
    """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b"><p dir="ltr"
style="line-height:1.38"><span style="font-size:11pt;font-family:Arial">Målet er </span><span style="font-weight:700">færre
anbringelser</span><span>.</span></p><br /><ol style="margin-top:0"><li dir="ltr" aria-level="1"><p dir="ltr"
role="presentation"><span>Tidlig indsats</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr"
role="presentation"><span>I dagtilbud</span></p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr"
role="presentation"><span>Netværk</span></p></li></ol><p><span><img src="https://lh3.example.com/x.png"
onerror="alert(1)"></span><a href="https://example.dk/"><span>https://example.dk/</span></a></p></b><script>alert(1)</script>""",
    "Målet er færre anbringelser.\n\n1. Tidlig indsats\n  - I dagtilbud\n2. Netværk\n\nhttps://example.dk/",
)

HOSTILE = Clipboard(
    "hostile",
    """<p onclick="alert(1)">Et <b onmouseover=alert(1)>ord</b><svg onload=alert(1)><a xlink:href="javascript:alert(1)">
</a></svg></p><iframe src="https://ond.example/"></iframe><style>p { display: none }</style><a
href="&#106;avascript:alert(1)">klik</a> <a href="data:text/html,x">data</a><form action="https://ond.example/"><p>Felt<input
name=x></p></form><p>&lt;script&gt;alert(1)&lt;/script&gt;</p>""",
    "Et ord\n\nklik data\n\nFelt\n\n<script>alert(1)</script>",
)

ALL = (WORD, OUTLOOK, GOOGLE, HOSTILE)
