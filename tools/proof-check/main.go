// Checks proofs and notes made by libs/proof with implementations that are not ours.
// Reads one JSON document from standard input and answers with one; exit status 1 when anything does not verify.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/note"
)

type inclusion struct {
	Leaf  []byte   `json:"leaf"`
	Index uint64   `json:"index"`
	Size  uint64   `json:"size"`
	Root  []byte   `json:"root"`
	Proof [][]byte `json:"proof"`
}

type consistency struct {
	Before     uint64   `json:"before"`
	Size       uint64   `json:"size"`
	BeforeRoot []byte   `json:"beforeRoot"`
	Root       []byte   `json:"root"`
	Proof      [][]byte `json:"proof"`
}

type signed struct {
	Note string `json:"note"`
	Key  string `json:"key"`
}

type toSign struct {
	Text string `json:"text"`
	Key  string `json:"key"`
}

type question struct {
	Inclusions    []inclusion   `json:"inclusions"`
	Consistencies []consistency `json:"consistencies"`
	Notes         []signed      `json:"notes"`
	Sign          []toSign      `json:"sign"`
}

type answer struct {
	Checked int      `json:"checked"`
	Failed  []string `json:"failed"`
	Signed  []string `json:"signed"`
}

func main() {
	var q question
	if err := json.NewDecoder(os.Stdin).Decode(&q); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	a := answer{Failed: []string{}, Signed: []string{}}
	check := func(what string, err error) {
		a.Checked++
		if err != nil {
			a.Failed = append(a.Failed, fmt.Sprintf("%s: %v", what, err))
		}
	}
	hasher := rfc6962.DefaultHasher
	for i, p := range q.Inclusions {
		leaf := hasher.HashLeaf(p.Leaf)
		check(fmt.Sprintf("inclusion %d", i), proof.VerifyInclusion(hasher, p.Index, p.Size, leaf, p.Proof, p.Root))
	}
	for i, p := range q.Consistencies {
		check(fmt.Sprintf("consistency %d", i),
			proof.VerifyConsistency(hasher, p.Before, p.Size, p.Proof, p.BeforeRoot, p.Root))
	}
	for i, n := range q.Notes {
		verifier, err := note.NewVerifier(n.Key)
		if err == nil {
			_, err = note.Open([]byte(n.Note), note.VerifierList(verifier))
		}
		check(fmt.Sprintf("note %d", i), err)
	}
	for i, s := range q.Sign {
		signer, err := note.NewSigner(s.Key)
		var made []byte
		if err == nil {
			made, err = note.Sign(&note.Note{Text: s.Text}, signer)
		}
		check(fmt.Sprintf("sign %d", i), err)
		a.Signed = append(a.Signed, string(made))
	}
	if err := json.NewEncoder(os.Stdout).Encode(a); err != nil || len(a.Failed) > 0 {
		os.Exit(1)
	}
}
