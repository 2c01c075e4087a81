package charset

import "testing"

func TestLookup(t *testing.T) {
	for _, test := range []struct{ label, want string }{
		{"utf-8", "utf-8"},
		{" UTF8\n", "utf-8"},
		{`"utf-8"`, "utf-8"},
		{"latin1", "windows-1252"},
		{"ISO-8859-1", "windows-1252"},
		{"us-ascii", "windows-1252"},
		{"iso-8859-9", "windows-1254"},
		{"iso-8859-11", "windows-874"},
		{"cp1251", "windows-1251"},
		{"KOI8-RU", "koi8-u"},
		{"x-sjis", "shift_jis"},
		{"ks_c_5601-1987", "euc-kr"},
		{"gb2312", "gbk"},
		{"gb18030", "gb18030"},
		{"big5-hkscs", "big5"},
		{"utf-16", "utf-16le"},
		{"unicodefffe", "utf-16be"},
		{"utf-32", "utf-32le"},
		{"UTF-32BE", "utf-32be"},
		{"iso-8859-8-i", "iso-8859-8-i"},
		{"", ""},
		{"utf-7", ""},
		{"hz-gb-2312", ""},
		{"x-user-defined", ""},
		{"martian", ""},
	} {
		got, ok := Lookup(test.label)
		if got != test.want || ok != (test.want != "") {
			t.Errorf("Lookup(%q) = %q, %t, want %q", test.label, got, ok, test.want)
		}
	}
}

func TestFromContentType(t *testing.T) {
	for _, test := range []struct{ value, want string }{
		{"text/html; charset=utf-8", "utf-8"},
		{"text/html;CHARSET=Windows-1251", "Windows-1251"},
		{`text/html; charset="koi8-r"; x=y`, "koi8-r"},
		{"text/html; charset = 'big5'", "big5"},
		{"text/html; charset=gbk;x=y", "gbk"},
		{"text/html; charsets; charset=gbk", "gbk"},
		{"text/html", ""},
		{"text/html; charset", ""},
		{"text/html; charset=", ""},
		{`text/html; charset="utf-8`, ""},
	} {
		if got := FromContentType(test.value); got != test.want {
			t.Errorf("FromContentType(%q) = %q, want %q", test.value, got, test.want)
		}
	}
}

func TestPrescan(t *testing.T) {
	for _, test := range []struct{ name, head, want string }{
		{"charset", `<html><head><meta charset="shift_jis">`, "shift_jis"},
		{"no quotes, upper case", `<META CHARSET=EUC-KR>`, "euc-kr"},
		{"self-closing", `<meta charset='big5'/>`, "big5"},
		{"http-equiv", `<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">`, "windows-1251"},
		{"content first", `<meta content="text/html; charset=koi8-r" http-equiv=content-type>`, "koi8-r"},
		{"over lines", "<meta\n http-equiv=Content-Type\n content='text/html;charset=gb2312'>", "gbk"},
		{"not every content is a declaration", `<meta name=x content="charset=gbk">`, ""},
		{"comment", `<!-- <meta charset=gbk> --><meta charset=big5>`, "big5"},
		{"unknown, then known", `<meta charset=martian><meta charset=big5>`, "big5"},
		{"declared in ASCII", `<meta charset=utf-16le>`, "utf-8"},
		{"xml", `<?xml version="1.0" encoding="ISO-8859-2"?>`, "iso-8859-2"},
		{"xml without", `<?xml version="1.0"?>`, ""},
		{"meta beats xml", `<?xml version="1.0" encoding="utf-8"?><meta charset=big5>`, "big5"},
		{"no markup", `charset=big5`, ""},
		{"unfinished", `<meta charset=big5`, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := prescan([]byte(test.head)); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
